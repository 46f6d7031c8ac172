import { useId, useState } from 'react';
import { type AlarmSound, isSilentAt } from '../../../shared/domain/alarms.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { playSound, useAlarmSound, useIsSoundAllowed } from '../../stores/alarm-sound.ts';
import { useRoom, useTimeline } from '../../stores/room-view.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { useAct } from '../../stores/use-act.ts';
import { useNow } from '../../stores/use-now.ts';
import { alarmCardText, TRY_SOUND_LABELS } from '../../text/alarms.ts';

/** 到点响铃: how loud on this computer, a try of each sound, and whether anything sounds while a paper runs. */
export function AlarmCard() {
  const isAllowed = useIsSoundAllowed();
  return (
    <section className="card alarm-card">
      <h2 className="card-title">{alarmCardText.title}</h2>
      <p>{alarmCardText.what}</p>
      {!isAllowed && <Notice tone="late" what={alarmCardText.needsGesture} todo={alarmCardText.needsGestureWhy} />}
      <Volume />
      <TrySounds />
      <DuringExam />
    </section>
  );
}

function Volume() {
  const { volume, setVolume } = useAlarmSound();
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {alarmCardText.volume}
      </label>
      <div className="alarm-volume">
        <input
          id={id}
          type="range"
          min={0}
          max={100}
          step={10}
          value={volume}
          aria-valuetext={volumeText(volume)}
          onChange={(event) => setVolume(Number(event.target.value))}
        />
        <span className="figures">{volumeText(volume)}</span>
      </div>
    </div>
  );
}

function volumeText(volume: number): string {
  return volume === 0 ? alarmCardText.silent : String(volume);
}

/** Refused while a paper runs, for the sound is the same that nobody may hear then. */
function TrySounds() {
  const timeline = useTimeline();
  const now = useNow();
  const isSilent = useSoundsDuringExam() ? false : timeline !== null && isSilentAt(timeline, now);
  const volume = useAlarmSound((store) => store.volume);
  const [playing, setPlaying] = useState<AlarmSound | null>(null);

  async function play(sound: AlarmSound): Promise<void> {
    setPlaying(sound);
    await playSound(sound);
    setPlaying(null);
  }

  return (
    <>
      <div className="settings-acts">
        {(['short', 'long'] as const).map((sound) => (
          <button
            key={sound}
            type="button"
            className="button"
            disabled={isSilent || playing !== null || volume === 0}
            onClick={() => void play(sound)}
          >
            {TRY_SOUND_LABELS[sound]}
          </button>
        ))}
      </div>
      {isSilent && <p className="quiet">{alarmCardText.runsNow}</p>}
    </>
  );
}

/** D34: the chief's or a deputy's to change; others see how it stands. */
function DuringExam() {
  const isLoud = useSoundsDuringExam();
  const mayChange = useMayChange();
  const act = useAct();
  const choose = (duringExam: boolean) => {
    if (duringExam !== isLoud) void act.run('sound', () => ask('alarm.setSound', { duringExam }));
  };
  if (!mayChange) return <AsItStands isLoud={isLoud} />;
  return (
    <>
      <ChoiceList
        label={alarmCardText.duringExam}
        columns={2}
        value={isLoud ? 'loud' : 'quiet'}
        onChange={(value) => choose(value === 'loud')}
        choices={[
          { value: 'quiet', label: alarmCardText.quiet },
          { value: 'loud', label: alarmCardText.loud },
        ]}
      />
      {act.error !== null && <ErrorNotice error={act.error} />}
    </>
  );
}

function AsItStands({ isLoud }: { readonly isLoud: boolean }) {
  const chief = useStation((view) => view.staff.find(({ role }) => role === 'chief'));
  const askFor = useActing((store) => store.askFor);
  return (
    <>
      <p>
        {alarmCardText.duringExam}：<strong>{isLoud ? alarmCardText.loud : alarmCardText.quiet}</strong>
      </p>
      <div className="settings-acts">
        <span className="quiet">{alarmCardText.chiefOnly}</span>
        {chief !== undefined && (
          <button type="button" className="button" onClick={() => askFor(chief.staff)}>
            {alarmCardText.switchTo(chief.name)}
          </button>
        )}
      </div>
    </>
  );
}

function useSoundsDuringExam(): boolean {
  const room = useRoom();
  const common = useStation((view) => view.state.site.common);
  return (room ?? common).course.soundsDuringExam;
}

function useMayChange(): boolean {
  const actor = useActing((store) => store.actor);
  const role = useStation((view) => view.staff.find(({ staff }) => staff === actor)?.role);
  return role === 'chief' || role === 'deputy';
}
