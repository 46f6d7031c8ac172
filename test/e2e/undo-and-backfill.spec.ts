import { expect, test } from '@playwright/test';
import { as, type RoomNo } from '../../shared/ids.ts';
import { enactRoom } from '../support/day-scenario.ts';
import { prepareStation } from '../support/prepared-station.ts';
import { StationProcess } from '../support/station-process.ts';
import { coSign, takeOver } from './pages/first-start.ts';
import { openDesk, personAt } from './pages/ready-room.ts';
import { CheckInPage } from './pages/check-in.ts';

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

test('what was done by mistake is taken back, alone at once and by two later; who was forgotten is entered late', async ({
  page,
}) => {
  const { desk, people } = await openDesk(page, station, '08:10');
  const [first, second] = [personAt(people, 1), personAt(people, 2)];

  await test.step('F9 takes the last act back', async () => {
    await desk.checkIn('1', first);
    await page.keyboard.press('F9');
    await expect(page.getByText(`${first.person.name} 的签到已撤销`)).toBeVisible();
    await expect(desk.progress()).toHaveAttribute('value', '0');
  });

  await test.step('so does the button, and whoever was taken back can be checked in again', async () => {
    await desk.checkIn('1', first);
    await page.getByRole('button', { name: `撤销 ${first.person.name}` }).click();
    await expect(desk.progress()).toHaveAttribute('value', '0');
    await desk.checkIn('1', first);
    await expect(desk.progress()).toHaveAttribute('value', '1');
  });

  await test.step('[D9] after 30 s of real time nobody does it alone', async () => {
    await station.elapse(31_000);
    await page.keyboard.press('F9');
    await expect(page.getByRole('alert').getByText('已超过 30 秒，不能直接撤销')).toBeVisible();
    await expect(desk.progress()).toHaveAttribute('value', '1');
  });

  await test.step('撤销此记录… wants a reason and a second person', async () => {
    await desk.find('1', first);
    await page.getByRole('button', { name: '撤销此记录…' }).click();
    const dialog = page.getByRole('dialog', { name: `撤销 ${first.person.name} 的记录` });
    await expect(dialog.getByRole('button', { name: '撤销记录' })).toBeDisabled();
    await dialog.getByLabel('原因').fill('扫错了准考证');
    await dialog.getByLabel('第二人').selectOption({ label: '林监考（监考员）' });
    await dialog.getByRole('button', { name: '撤销记录' }).click();
    await coSign(page);
    await expect(dialog).toBeHidden();
    await expect(page.getByText('未到', { exact: true })).toBeVisible();
    await expect(desk.progress()).toHaveAttribute('value', '0');
  });

  await test.step('补录 is judged by when it happened, and says both times', async () => {
    await station.setTime('2022-11-19 09:05:00');
    await page.keyboard.press('Escape');
    await desk.find('2', second);
    await expect(page.getByText(/禁止入场：迟到 35 分钟/)).toBeVisible();
    await page.getByRole('button', { name: '补录…' }).click();
    const dialog = page.getByRole('dialog', { name: `补录 ${second.person.name} 的入场` });
    await dialog.getByLabel('实际入场时间').fill('9:10');
    await expect(dialog.getByText('补录的时间不能比现在晚')).toBeVisible();
    await dialog.getByLabel('实际入场时间').fill('9:00');
    await expect(dialog.getByText('那时不在入场时间内，不能补录入场')).toBeVisible();
    await dialog.getByLabel('实际入场时间').fill('8:41:30');
    await expect(dialog.getByText('按此时间：迟到 11 分钟')).toBeVisible();
    await dialog.getByLabel('原因').fill('当时在处理死机，漏扫');
    await dialog.getByRole('button', { name: '补录入场' }).click();
    await coSign(page);
    await expect(page.getByRole('status').filter({ hasText: '补录，实际入场 08:41:30' })).toBeVisible();
    await desk.find('2', second);
    await expect(page.getByText(/已在 08:41:30 签到，迟到 11 分钟/)).toBeVisible();
  });
});

test('one press is one act, and a key that is not meant confirms nothing', async ({ page }) => {
  const { desk, people } = await openDesk(page, station, '08:10');
  const [one, two, three] = [personAt(people, 1), personAt(people, 2), personAt(people, 3)];
  const said = page.getByRole('status').filter({ hasText: '已签到' });
  const afterGuard = () => page.waitForTimeout(450);

  await test.step('a double Enter', async () => {
    await desk.find(one.person.ticket, one);
    await afterGuard();
    await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')]);
    await expect(said.filter({ hasText: one.person.name })).toBeVisible();
    await expect(desk.progress()).toHaveAttribute('value', '1');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  await test.step('a double click', async () => {
    await desk.find(two.person.ticket, two);
    await page.getByRole('button', { name: /确认入场/ }).dblclick();
    await expect(said.filter({ hasText: two.person.name })).toBeVisible();
    await expect(desk.progress()).toHaveAttribute('value', '2');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  await test.step("a scan's own Enter, also one that comes while the search is still open", async () => {
    await page.route('**/rpc/candidates.search', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    // Pressed in the page itself, in the moment the person appears: from here it could come after the 400 ms.
    const pressed = page.evaluate(pressEnterWhenShown, three.person.name);
    await desk.scan(three.person.ticket);
    await page.keyboard.press('Enter');
    const name = page.getByRole('heading', { level: 2, name: three.person.name, exact: true });
    await expect(name).toBeVisible();
    await pressed;
    await page.unroute('**/rpc/candidates.search');
    await afterGuard();
    await expect(name).toBeVisible();
    await expect(desk.progress()).toHaveAttribute('value', '2');
  });

  await test.step('an Enter that an input method takes for itself', async () => {
    await desk.field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true });
    await desk.field.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    const ime = await page.context().newCDPSession(page);
    await desk.field.fill('');
    await ime.send('Input.imeSetComposition', { text: 'zhangwei', selectionStart: 8, selectionEnd: 8 });
    await desk.field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true });
    await ime.send('Input.insertText', { text: '张伟' });
    await expect(page.getByRole('heading', { level: 2, name: '张伟', exact: true })).toBeVisible();
    await afterGuard();
    await expect(desk.progress()).toHaveAttribute('value', '2');
    await page.keyboard.press('Enter');
    await expect(said.filter({ hasText: '张伟' })).toBeVisible();
  });
});

test('doubt, refusal, the wrong room and nobody at all', async ({ page }) => {
  const { desk, people } = await openDesk(page, station, '08:10');
  const [doubtful, bare] = [personAt(people, 4), personAt(people, 5)];

  await test.step('F6 lets in and marks the doubt', async () => {
    await desk.find('4', doubtful);
    await page.keyboard.press('F6');
    await expect(page.getByRole('status').filter({ hasText: '身份存疑' })).toBeVisible();
    await expect(desk.progress()).toHaveAttribute('value', '1');
  });

  await test.step('F7 turns away with a reason; with the documents there, the person comes in', async () => {
    await desk.find('5', bare);
    await page.keyboard.press('F7');
    const dialog = page.getByRole('dialog', { name: `拒绝 ${bare.person.name} 入场` });
    await expect(dialog.getByRole('button', { name: '登记拒绝入场' })).toBeDisabled();
    await dialog.getByRole('radio', { name: '证件不齐' }).check();
    await dialog.getByRole('button', { name: '登记拒绝入场' }).click();
    await expect(page.getByRole('status').filter({ hasText: '已登记拒绝入场' })).toContainText('证件不齐');
    await desk.find('5', bare);
    await expect(page.getByText(/曾被拒绝入场：证件不齐/)).toBeVisible();
    await desk.confirm(bare);
    await expect(desk.progress()).toHaveAttribute('value', '2');
  });

  await test.step('who belongs to another room is sent there', async () => {
    await desk.scan('221137010030107');
    await expect(page.getByText('请到 003 考场', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a slip of the keyboard is not a stranger', async () => {
    await desk.scan('qqxz');
    await expect(page.getByText('没有找到', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: /名单外/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  await test.step('who is on no list is turned away, and that can be taken back after a reload', async () => {
    await desk.scan('221137019999907');
    await page.getByRole('button', { name: '登记拒绝入场（名单外）…' }).click();
    await page.getByRole('button', { name: '登记拒绝入场', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: '名单外考生 已登记拒绝入场' })).toBeVisible();
    await page.reload();
    await page.getByRole('navigation').getByRole('button', { name: '今日考务' }).click();
    await page.getByRole('button', { name: /^撤销 名单外考生/ }).click();
    const dialog = page.getByRole('dialog', { name: '撤销 名单外考生 的记录' });
    await dialog.getByLabel('原因').fill('看错了准考证号');
    await dialog.getByRole('button', { name: '撤销记录' }).click();
    await coSign(page);
    await expect(dialog).toBeHidden();
    await expect(page.getByText('名单外考生：拒绝入场')).toHaveCount(0);
  });
});

const NAMESAKES = `准考证号,姓名,证件号码,级别,考场编号,座位号
221137010030107,王芳,210199200407065483,高级,003,1
221137010030207,王芳,210199200610033866,高级,003,2
221137010030307,王芳丽,440199200211095990,高级,003,3
`;

test('people of one name are listed and never picked', async ({ page }) => {
  await prepareStation(station.dataDir, '2022-11-19 07:00', (client) =>
    enactRoom(client, as<RoomNo>('003'), NAMESAKES),
  );
  await page.goto(await station.start('2022-11-19 08:10'));
  await takeOver(page, '陈监考');
  const desk = new CheckInPage(page);
  await desk.open();
  await desk.scan('王芳');
  const list = page.getByRole('list', { name: '符合的考生' });
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await page.waitForTimeout(450);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(list).toBeVisible();
  await expect(desk.progress()).toHaveAttribute('value', '0');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: '王芳', exact: true })).toBeVisible();
  await expect(page.getByText('第 1 排第 2 列')).toBeVisible();
  await page.keyboard.press('Enter'); // still within the guard
  await expect(desk.progress()).toHaveAttribute('value', '0');
  await page.waitForTimeout(450);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '02 座 王芳 已签到' })).toBeVisible();
});

/** Runs in the page. */
function pressEnterWhenShown(name: string): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (![...document.querySelectorAll('h2')].some((heading) => heading.textContent === name)) return;
      observer.disconnect();
      const press = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
      document.querySelector('[aria-label="查找考生"]')?.dispatchEvent(press);
      resolve();
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}
