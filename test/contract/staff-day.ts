import { expect, it } from 'vitest';
import type { StationClient } from '../../shared/contract/client.ts';
import { methods } from '../../shared/contract/methods.ts';
import { as, type RoomNo, type StaffId } from '../../shared/ids.ts';
import { checkInOf, enactRoom, type EnactedDay, importCsv, makeDay, PIN, valueOf } from '../support/day-scenario.ts';
import { PAPER } from '../support/whole-day.ts';
import { COMMANDS, FORMED, NOBODY, SOME_DETAILS, STAFF_METHODS } from './formed.ts';
import type { Scene } from './scene.ts';
import { asking } from './asking.ts';

const ROSTER = [
  '准考证号,姓名,证件号码,级别,专业,班级,考场编号,座位号,科目',
  '221137010030107,王芳,210199200407065483,高级,软件技术,软件2301,001,1,理论',
  '221137010030207,李明,210199200610033866,高级,大数据技术,大数据2301,002,1,理论',
].join('\r\n');
const LEADS_THE_CLASS = { ...SOME_DETAILS, classes: '软件2301' };
const OTHER_ROOM = as<RoomNo>('002');

const listOf = (...rows: readonly string[]) => ({
  fileName: '考务人员.csv',
  bytes: Buffer.from(['姓名,角色,考场,电话,培训', ...rows].join('\r\n')).toString('base64'),
});

/** Who is on the list of an acting day and on duty nowhere. */
export interface OffDuty {
  readonly left: StaffId;
  readonly waiting: StaffId;
}

/** Somebody takes the second invigilator's place and gives it back; another one waits for a room. */
export async function sendSomebodyAway(client: StationClient, { chief, second }: EnactedDay): Promise<OffDuty> {
  const { ok } = asking(client, chief);
  const described = { isTrained: true, details: SOME_DETAILS };
  const enlisting = { role: 'invigilator', room: null, name: '钱接替', pin: PIN, described } as const;
  const { staff: left } = await ok('staff.enlist', enlisting);
  const { staff: waiting } = await ok('staff.enlist', { ...enlisting, name: '孙候补' });
  await ok('staff.describe', { staff: second, ...described });
  const approved = { opinion: '同意更换', approval: { approver: chief, how: 'present' }, room: PAPER.room } as const;
  await ok('staff.replace', { ...approved, leaves: second, comes: { kind: 'listed', staff: left } });
  await ok('staff.replace', { ...approved, leaves: left, comes: { kind: 'listed', staff: second } });
  return { left, waiting };
}

/** Who was replaced, and who has no room yet. */
export function describeOffDuty(scene: () => Scene, who: () => OffDuty): void {
  it.each(STAFF_METHODS)('[ST5] %s is refused to one who was replaced', async (method) => {
    const answer = await scene().client.invoke(method, FORMED[method], { actor: who().left });
    expect(answer).toMatchObject({ ok: false, error: { code: 'actor-left' } });
  });

  const declaring = COMMANDS.filter((method) => methods[method].errors.includes('actor-unassigned'));
  it.each(declaring.filter((method) => method !== 'staff.resetPin'))(
    '[ST3] %s is refused to an invigilator who has no room yet',
    async (method) => {
      const answer = await scene().client.invoke(method, FORMED[method], { actor: who().waiting });
      expect(answer).toMatchObject({ ok: false, error: { code: 'actor-unassigned' } });
    },
  );
}

/** A room whose invigilators come, go and are replaced. */
export async function staffARoom({ client, ports }: Scene): Promise<void> {
  const { chief, first, second } = await enactRoom(client, PAPER.room, ROSTER);
  const { ok, refused } = asking(client, chief);
  const enlisting = { role: 'invigilator', room: PAPER.room, name: '钱接替', pin: PIN } as const;
  const described = { isTrained: true, details: SOME_DETAILS };
  await refused('staff.enlist', { ...enlisting, described: { ...described, isTrained: false } }, 'not-trained');
  const leading = { isTrained: true, details: LEADS_THE_CLASS };
  await refused('staff.enlist', { ...enlisting, described: leading }, 'recusal-needed');
  await refused('staff.describe', FORMED['staff.describe'], 'staff-unknown');

  const { staff: newcomer } = await ok('staff.enlist', { ...enlisting, room: null, described });
  const { staff: untrained } = await ok('staff.enlist', { ...enlisting, room: null, name: '吴新来' });
  const { staff: kept } = await ok('staff.enlist', { ...enlisting, room: null, name: '冯班主任', described: leading });
  const { staff: known } = await ok('staff.details', {});
  expect(known.find((one) => one.staff === kept)?.conflicts).toMatchObject([{ room: PAPER.room, kind: 'class' }]);
  await takePosts({ client, ports }, { chief, first, second, newcomer, untrained, kept });
  await replaceInTheRoom({ client }, { chief, first, second, newcomer, untrained, kept });
  await ok('contacts.listPhones', FORMED['contacts.listPhones']);
  expect((await ok('contacts.read', {}, { actor: second })).duty).toEqual([{ label: '医务', name: '', phone: '120' }]);
}

interface Crew extends Pick<EnactedDay, 'chief' | 'first' | 'second'> {
  readonly newcomer: StaffId;
  readonly untrained: StaffId;
  readonly kept: StaffId;
}

async function takePosts({ client }: Pick<Scene, 'client' | 'ports'>, crew: Crew): Promise<void> {
  const { chief, first, newcomer, untrained, kept } = crew;
  const { ok, refused } = asking(client, chief);
  const here = PAPER.room;
  await refused('staff.post', { staff: NOBODY, room: here }, 'staff-unknown');
  await refused('staff.post', { staff: chief, room: here }, 'not-postable');
  await refused('staff.post', { staff: first, room: here }, 'already-posted');
  await refused('staff.post', { staff: newcomer, room: here }, 'invigilators-complete');
  await refused('staff.arrive', {}, 'invigilators-complete', { actor: newcomer });
  await refused('staff.arrive', {}, 'already-posted', { actor: first });
  await refused('staff.arrive', {}, 'not-postable');
  await refused('staff.post', { staff: untrained, room: here }, 'not-trained');
  await refused('staff.post', { staff: kept, room: here }, 'recusal-needed');
  await refused('staff.arrive', {}, 'not-trained', { actor: untrained });
  await refused('staff.arrive', {}, 'recusal-needed', { actor: kept });
  await ok('staff.post', { staff: first, room: null });
  await ok('staff.arrive', {}, { actor: newcomer });
  await ok('staff.post', { staff: newcomer, room: null });
  await ok('staff.describe', { staff: first, isTrained: true, details: SOME_DETAILS });
  await ok('staff.post', { staff: first, room: here });
}

async function replaceInTheRoom({ client }: Pick<Scene, 'client'>, crew: Crew): Promise<void> {
  const { chief, first, second, newcomer, untrained, kept } = crew;
  const { ok, refused } = asking(client, second);
  const listed = (staff: StaffId) => ({ kind: 'listed', staff }) as const;
  const replacing = {
    ...FORMED['staff.replace'],
    leaves: first,
    comes: listed(newcomer),
    approval: { approver: chief, how: 'present' },
  } as const;
  await refused('staff.replace', FORMED['staff.replace'], 'approver-not-chief');
  await refused('staff.replace', { ...replacing, leaves: newcomer }, 'not-in-this-room');
  await refused('staff.replace', { ...replacing, comes: listed(NOBODY) }, 'staff-unknown');
  await refused('staff.replace', { ...replacing, comes: listed(second) }, 'posted-elsewhere');
  await refused('staff.replace', { ...replacing, comes: listed(untrained) }, 'not-trained');
  await refused('staff.replace', { ...replacing, comes: listed(kept) }, 'recusal-needed');
  await ok('staff.replace', replacing);
  await refused('staff.post', { staff: first, room: PAPER.room }, 'staff-left', { actor: chief });
  const leading = asking(client, chief);
  await leading.refused('staff.remove', FORMED['staff.remove'], 'staff-unknown');
  await leading.refused('staff.remove', { staff: chief }, 'staff-not-removable');
  for (const known of [first, second, newcomer])
    await leading.refused('staff.remove', { staff: known }, 'staff-has-acted');
  await leading.ok('staff.remove', { staff: untrained });
  const fresh = { kind: 'new', name: '何新来', pin: PIN, isTrained: true, details: SOME_DETAILS } as const;
  const { comes } = await ok('staff.replace', { ...replacing, leaves: newcomer, comes: fresh });
  const { candidates } = await ok('candidates.list', { room: PAPER.room }, { actor: comes });
  await refused('checkIn.confirm', checkInOf(candidates[0]!), 'entry-not-open', { actor: comes });
}

/** The exam office takes a staff list. */
export async function importTheStaff({ client }: Scene): Promise<void> {
  const chief = await makeDay(client);
  await importCsv(client, chief, { csv: ROSTER, binding: { kind: 'office' } });
  const { ok, refused } = asking(client, chief);
  await refused('staff.previewList', FORMED['staff.previewList'], 'roster-file-refused');
  const roster = { fileName: '名单.csv', bytes: Buffer.from(ROSTER).toString('base64') };
  await refused('staff.previewList', roster, 'staff-without-heading');
  await refused('staff.import', FORMED['staff.import'], 'preview-unknown');
  const nobody = await ok('staff.previewList', listOf('孙后勤,后勤,,,'));
  await refused('staff.import', { preview: nobody.preview, acceptLeftOut: false }, 'left-out-not-accepted');
  await refused('staff.import', { preview: nobody.preview, acceptLeftOut: true }, 'staff-list-empty');
  const { preview, people } = await ok('staff.previewList', listOf('张监考,监考员,002,138,是', '周主考,主考,,139,'));
  expect(people).toMatchObject([
    { name: '张监考', room: OTHER_ROOM, isKnown: false },
    { name: '周主考', isKnown: true },
  ]);
  expect(await ok('staff.import', { preview, acceptLeftOut: false })).toMatchObject({ added: 1, described: 1 });
  const pins = await ok('staff.initialPins', { forget: false });
  expect(pins.people).toMatchObject([{ name: '张监考', room: OTHER_ROOM }]);
  const { staff } = valueOf(await client.invoke('staff.list', {}));
  expect(staff.map(({ room }) => room)).toEqual([null, OTHER_ROOM]);
}
