import { describe, expect, it } from 'vitest';
import { planCollection } from '../../../../renderer/screens/collect/collect-plan.ts';
import { EMPTY_COLLECT } from '../../../../renderer/screens/collect/duty-drafts.ts';
import { collectionOutlook } from '../../../../shared/domain/collection.ts';
import { admit, markAbsent, roomOf, submit } from '../../../support/paper-acts.ts';
import { at, candidateId, createReadyRoom, must, type SimStation } from '../../../support/sim-station.ts';

function outlookOf(station: SimStation) {
  const room = roomOf(station);
  if (room.timeline === null) throw new Error('no timeline');
  return collectionOutlook(room, room.timeline.papers.theory);
}

const confirmed = { ...EMPTY_COLLECT, isConfirmedByTechnician: true };

describe('收卷 before it is confirmed', () => {
  it('[R33] waits for the absent, then for the reasons, then for the technician', () => {
    const station = createReadyRoom(3);
    admit(station, 1, 2);
    expect(planCollection(outlookOf(station), confirmed).missing).toBe('先登记缺考');
    must(station.act(markAbsent(3), at('09:01')));
    const unnamed = { ...confirmed, notSubmitted: { [candidateId(1)]: '  ' } };
    expect(planCollection(outlookOf(station), unnamed).missing).toBe('请写明未交卷的原因');
    expect(planCollection(outlookOf(station), EMPTY_COLLECT).missing).toBe('等技术支持确认');
    expect(planCollection(outlookOf(station), confirmed).missing).toBeNull();
  });

  it('[C28] names with their reason those who have not submitted, and nobody who has meanwhile', () => {
    const station = createReadyRoom(2);
    admit(station, 1, 2);
    const draft = { ...confirmed, notSubmitted: { [candidateId(1)]: ' 死机 ', [candidateId(2)]: '未点提交' } };
    must(station.act(submit(2), at('09:30')));
    expect(planCollection(outlookOf(station), draft)).toEqual({
      notSubmitted: [{ candidate: candidateId(1), why: '死机' }],
      missing: null,
    });
  });
});
