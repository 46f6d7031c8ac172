import type { RoomNo } from '../ids.ts';
import type { Command } from './commands.ts';
import type { Role } from './events.ts';
import type { StaffInfo } from './state.ts';

/** 主考 and 副主考. */
export const SITE_LEADERS: readonly Role[] = ['chief', 'deputy'];
const EVERYBODY: readonly Role[] = ['chief', 'deputy', 'invigilator', 'technician', 'inspector'];
const ROOM_STAFF: readonly Role[] = ['chief', 'deputy', 'invigilator'];

/** Which roles may do what; `makeDay` is open because it makes the chief himself. */
export const ALLOWED_ROLES: Readonly<Record<Exclude<Command['type'], 'makeDay'>, readonly Role[]>> = {
  enlistStaff: SITE_LEADERS,
  importRoster: SITE_LEADERS,
  // A room's invigilator records the chief's signal as heard; the chief gives it at his own station.
  giveSignal: ROOM_STAFF,
  confirmMilestone: ROOM_STAFF,
  checkIn: ROOM_STAFF,
  refuseEntry: ROOM_STAFF,
  undo: ROOM_STAFF,
  issuePaper: ROOM_STAFF,
  issueSitePapers: SITE_LEADERS,
  markAbsent: ROOM_STAFF,
  recordSubmission: ROOM_STAFF,
  recordLeave: ROOM_STAFF,
  recordViolation: ROOM_STAFF,
  takeNote: ROOM_STAFF,
  registerInExamSystem: ROOM_STAFF,
  collectPaper: ROOM_STAFF,
  // Who signs, signs for himself: the technician signs the room record too.
  approvePaper: [...ROOM_STAFF, 'technician'],
  installCertificate: SITE_LEADERS,
  sealPaper: ROOM_STAFF,
  openCorrection: ROOM_STAFF,
  fileScan: ROOM_STAFF,
  signSealedPaper: [...ROOM_STAFF, 'technician'],
  handOutSheet: SITE_LEADERS,
  filePhotos: ROOM_STAFF,
  giveCheckCode: ROOM_STAFF,
  noteCheckCode: SITE_LEADERS,
  // Taken down in the room with the chief's approval by name; the office gives them for every room.
  delayPaper: ROOM_STAFF,
  pausePaper: ROOM_STAFF,
  resumePaper: ROOM_STAFF,
  extendPaper: ROOM_STAFF,
  // The technician ticks what he has set himself.
  setInSystem: [...ROOM_STAFF, 'technician'],
  withdrawAdjustment: ROOM_STAFF,
  chooseSeating: ROOM_STAFF,
  carryOver: ROOM_STAFF,
  cancelEligibility: ROOM_STAFF,
  setAlarmSound: SITE_LEADERS,
  chooseCompanionSeal: SITE_LEADERS,
  loadAnnouncements: SITE_LEADERS,
  setClock: ROOM_STAFF,
  ratifyClock: SITE_LEADERS,
  // Whoever holds a 恢复单 can open everything; who forgot his PIN is shown a new one by those who keep it.
  issueRecoverySheet: SITE_LEADERS,
  checkRecoverySheet: SITE_LEADERS,
  replacePin: EVERYBODY,
  lockDay: SITE_LEADERS,
  describeStaff: SITE_LEADERS,
  importStaff: SITE_LEADERS,
  postStaff: SITE_LEADERS,
  removeStaff: SITE_LEADERS,
  // In his own name; who leads has no post to take up.
  takeUpPost: ROOM_STAFF,
  // In the room with the chief's approval, whoever of the two is there.
  replaceStaff: ROOM_STAFF,
  listDutyPhones: SITE_LEADERS,
  // Whoever holds the codes of a package can open the day; whoever says a phone code approves.
  makePackage: SITE_LEADERS,
  answerPhoneApproval: SITE_LEADERS,
  drawLots: SITE_LEADERS,
  tickCheck: [...ROOM_STAFF, 'technician'],
  setCheckAside: [...ROOM_STAFF, 'technician'],
  untickCheck: [...ROOM_STAFF, 'technician'],
  // The technical lead sets the router up and knows what must be installed.
  writeSiteList: [...SITE_LEADERS, 'technician'],
  noteVisit: [...ROOM_STAFF, 'technician'],
  endVisit: [...ROOM_STAFF, 'technician'],
  chooseOfficialSheet: SITE_LEADERS,
  // Everybody his own PIN; whose else, `decide` says.
  resetPin: EVERYBODY,
  enterByName: ['invigilator', 'technician'],
  ratifyAct: SITE_LEADERS,
  changeSeat: ROOM_STAFF,
};

/** Who may say where copies go, and take in what one holds: those on the spot and whoever mends the computer. */
export const KEEPERS_OF_COPIES: readonly Role[] = [...ROOM_STAFF, 'technician'];

/**
 * On duty in this room: its own staff, and those of the whole site everywhere; null asks for no room in particular. An
 * invigilator who has no room yet (ST3) and who was replaced (ST5) are on duty nowhere.
 */
export function isOnDutyIn(staff: Pick<StaffInfo, 'role' | 'room' | 'leftAt'>, room: RoomNo | null): boolean {
  if (staff.leftAt !== null || (staff.role === 'invigilator' && staff.room === null)) return false;
  return staff.room === null || room === null || staff.room === room;
}
