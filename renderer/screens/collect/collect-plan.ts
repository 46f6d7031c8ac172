import type { CollectionOutlook } from '../../../shared/domain/collection.ts';
import type { CandidateId } from '../../../shared/ids.ts';
import type { CollectDraft } from './duty-drafts.ts';

/** 收卷 as it would be sent now. */
export interface CollectPlan {
  readonly notSubmitted: readonly { readonly candidate: CandidateId; readonly why: string }[];
  /** What is still to be done before it can be confirmed, in words; null when nothing is. */
  readonly missing: string | null;
}

/** Takes from the draft what still holds: who has submitted or left in the meantime is not named any more. */
export function planCollection(outlook: CollectionOutlook, draft: CollectDraft): CollectPlan {
  const notSubmitted = outlook.stillWriting.flatMap(({ candidate }) => {
    const why = draft.notSubmitted[candidate];
    return why === undefined ? [] : [{ candidate, why: why.trim() }];
  });
  return { notSubmitted, missing: missingOf(outlook, draft, notSubmitted) };
}

function missingOf(
  outlook: CollectionOutlook,
  draft: CollectDraft,
  notSubmitted: CollectPlan['notSubmitted'],
): string | null {
  if (outlook.notYet.length > 0) return '先登记缺考';
  if (notSubmitted.some(({ why }) => why === '')) return '请写明未交卷的原因';
  return draft.isConfirmedByTechnician ? null : '等技术支持确认';
}
