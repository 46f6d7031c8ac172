import type { Ids } from '../ports.ts';
import type { DayKey } from './day-key.ts';
import { createKeyedHashes, type KeyedHashes } from './keyed-hash.ts';
import { type Boxes, createBoxes } from './sealed-box.ts';

/** A day's key at work: what it seals and what it hashes. */
export interface DayKeys {
  readonly boxes: Boxes;
  readonly hashes: KeyedHashes;
}

export function createDayKeys(dayKey: DayKey, ids: Ids): DayKeys {
  return { boxes: createBoxes(dayKey, ids), hashes: createKeyedHashes(dayKey) };
}

/** Where each sealed text of the journal belongs. One person's box serves all three enrolment events. */
export const PLACES = {
  person: ['CandidateEnrolled', 'person'],
  staffPerson: ['StaffEnlisted', 'person'],
  staffPin: ['StaffEnlisted', 'pin'],
  staffDetails: ['StaffDescribed', 'details'],
  staffOpinion: ['StaffReplaced', 'opinion'],
  dutyPhones: ['DutyPhonesListed', 'phones'],
  rosterFileName: ['RosterImported', 'fileName'],
  refusedTicket: ['EntryRefused', 'ticket'],
  refusalNote: ['EntryRefused', 'note'],
  reason: ['Envelope', 'reason'],
  paperFile: ['PaperIssued', 'file'],
  paperContent: ['PaperSealed', 'content'],
  sheetCells: ['PaperIssued', 'cells'],
  paperScan: ['PaperScanFiled', 'file'],
  photo: ['CandidatePhotoFiled', 'file'],
  photoOutcomes: ['PhotosImported', 'leftOut'],
  violationFacts: ['ViolationRecorded', 'facts'],
  violationHeld: ['ViolationRecorded', 'held'],
  noteText: ['NoteTaken', 'text'],
  correctionWhy: ['CorrectionOpened', 'why'],
  notSubmittedWhy: ['PaperCollected', 'why'],
  courseWhy: ['Course', 'why'],
  checkNote: ['CheckTicked', 'note'],
  siteList: ['SiteListWritten', 'lines'],
  visitName: ['VisitNoted', 'name'],
  visitAbout: ['VisitNoted', 'about'],
  signatureDrawing: ['PaperApproved', 'drawing'],
} as const;
