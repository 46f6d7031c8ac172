import { create } from 'zustand';
import type { AlarmSound } from '../../shared/domain/alarms.ts';
import { useStation } from './station-store.ts';

const VOLUME_KEY = 'proctor.alarm-volume';
/** Held by the page that sounds, as long as it does. */
const LOCK = 'proctor.alarm-sound';
const FULL_VOLUME = 100;
const DEFAULT_VOLUME = 70;

interface AlarmSoundStore {
  /** 0 (silent) to 100; kept on this computer. */
  readonly volume: number;
  /** Somebody has clicked or typed in this page: a browser lets it sound only then. */
  readonly isAllowed: boolean;
  setVolume(volume: number): void;
}

export const useAlarmSound = create<AlarmSoundStore>((set) => ({
  volume: readVolume(),
  isAllowed: false,
  setVolume(volume) {
    localStorage.setItem(VOLUME_KEY, String(volume));
    set({ volume });
  },
}));

function readVolume(): number {
  const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(VOLUME_KEY);
  const volume = stored === null ? Number.NaN : Number(stored);
  return volume >= 0 && volume <= FULL_VOLUME ? volume : DEFAULT_VOLUME;
}

/** Whether this page may sound by now. */
export function useIsSoundAllowed(): boolean {
  const isDesktop = useStation((view) => view.status?.host === 'desktop');
  return useAlarmSound(({ isAllowed }) => isAllowed) || isDesktop;
}

/** Learns from the first click or key that this page may sound. The desktop's window always may. */
export function followSoundPermission(): () => void {
  const learn = () => useAlarmSound.setState({ isAllowed: navigator.userActivation.hasBeenActive });
  const gestures = ['pointerup', 'keyup'] as const;
  learn();
  for (const gesture of gestures) window.addEventListener(gesture, learn);
  return () => {
    for (const gesture of gestures) window.removeEventListener(gesture, learn);
  };
}

function maySound(): boolean {
  return navigator.userActivation.hasBeenActive || useStation.getState().status?.host === 'desktop';
}

/** Sounds, unless another page of this computer does so just now, or `claim` says that it is not wanted any more. */
export function soundInOnePage(sound: AlarmSound, claim: () => boolean): void {
  if (!maySound()) return;
  void navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock !== null && claim()) await playSound(sound);
  });
}

/** One tone: from when to when, in seconds. */
interface Tone {
  readonly from: number;
  readonly until: number;
}

const TONES: Readonly<Record<AlarmSound, readonly Tone[]>> = {
  short: [
    { from: 0, until: 0.3 },
    { from: 0.5, until: 0.8 },
  ],
  long: [{ from: 0, until: 3 }],
};
/** Audio hardware that slept swallows the first moment. */
const WAKE_UP_SEC = 0.15;
/** Longer than any sound takes, real time. */
const TONES_LIMIT_MS = 6_000;
/** A tone that begins or breaks off at full strength clicks. */
const FADE_SEC = 0.02;
/** A bell of two voices: small speakers carry the upper one, a large room the lower one. */
const VOICES = [
  { hertz: 880, share: 0.6 },
  { hertz: 1320, share: 0.4 },
] as const;

/** Plays it at the volume of this computer; resolves when it has died away. */
export async function playSound(sound: AlarmSound): Promise<void> {
  const strength = (useAlarmSound.getState().volume / FULL_VOLUME) ** 2; // as loud as the number looks
  if (strength === 0) return;
  // One for each sound: a context that stays open keeps a thread of the computer busy all day.
  const context = new AudioContext();
  const tones = TONES[sound];
  const start = context.currentTime + WAKE_UP_SEC;
  const played = tones.flatMap((tone) => VOICES.map((voice) => playTone(context, start, tone, { ...voice, strength })));
  // A context that the system stops plays nothing to its end; the next alarm must not wait for it.
  await Promise.race([Promise.all(played), pause(TONES_LIMIT_MS)]);
  await context.close();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

interface Voice {
  readonly hertz: number;
  readonly share: number;
  readonly strength: number;
}

function playTone(context: AudioContext, start: number, { from, until }: Tone, voice: Voice): Promise<void> {
  const gain = context.createGain();
  const level = voice.share * voice.strength;
  gain.gain.setValueAtTime(0, start + from);
  gain.gain.linearRampToValueAtTime(level, start + from + FADE_SEC);
  gain.gain.setValueAtTime(level, start + until - FADE_SEC);
  gain.gain.linearRampToValueAtTime(0, start + until);
  const oscillator = context.createOscillator();
  oscillator.frequency.value = voice.hertz;
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start + from);
  oscillator.stop(start + until);
  return new Promise((resolve) => {
    oscillator.onended = () => resolve();
  });
}
