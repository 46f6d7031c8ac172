import { useDay, useRoom, useTimeline } from '../../stores/room-view.ts';
import { useNow } from '../../stores/use-now.ts';
import { stripPapers } from '../shell/strip-papers.ts';
import { Counters } from './Counters.tsx';
import { MissingPeople } from './MissingPeople.tsx';
import { NowCard } from './NowCard.tsx';
import { OpenMatters } from './OpenMatters.tsx';
import { RailList } from './RailList.tsx';
import { ReportCard } from './ReportCard.tsx';

/** 今日考务: what is due now, the day's line, how the room stands. */
export function DayScreen() {
  const day = useDay();
  const timeline = useTimeline();
  const room = useRoom();
  if (day === null || timeline === null) return null;
  return (
    <div className="day">
      <div className="day-main">
        <NowCard day={day} timeline={timeline} room={room} />
        <RailList day={day} timeline={timeline} room={room} />
      </div>
      <div className="day-side">
        {room === null ? (
          <section className="card">
            <h2 className="card-title">考务办公室</h2>
            <p>各考场的人数和未了事项将在「考点总览」里汇总；在此之前请以各考场的一句话报告为准。</p>
          </section>
        ) : (
          <RoomSide />
        )}
      </div>
    </div>
  );
}

function RoomSide() {
  const room = useRoom();
  const timeline = useTimeline();
  const now = useNow();
  if (room === null || timeline === null) return null;
  const { main, second } = stripPapers(timeline, now);
  const { paper } = main;
  // While the other paper's people come in, both counts matter (C04).
  const isSecondOn = second !== null && second.entryOpensAt <= now && now < second.endsAt;
  return (
    <>
      <Counters room={room} paper={paper} />
      {isSecondOn && <Counters room={room} paper={second.paper} />}
      <OpenMatters room={room} paper={paper} />
      <MissingPeople room={room} paper={paper} />
      <ReportCard room={room} paper={paper} />
    </>
  );
}
