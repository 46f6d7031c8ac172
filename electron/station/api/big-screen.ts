import { ok } from '../../../shared/result.ts';
import { describeSurprise } from './describe-surprise.ts';
import { fail, type QueryHandler } from './handler.ts';

/** The page of the browser host that 大屏 is. */
const BIG_SCREEN_URL = '/#big';

/** 大屏: the host opens its own window where it has windows, else the page opens one on this address. */
export const openBigScreen: QueryHandler<'bigScreen.open'> = async ({ ports }) => {
  if (ports.openBigScreen === null) return ok({ url: BIG_SCREEN_URL, displays: null });
  try {
    return ok({ url: null, displays: (await ports.openBigScreen()).displays });
  } catch (thrown) {
    ports.logger.log('error', 'big-screen-not-opened', { message: describeSurprise(thrown) });
    return fail('big-screen-unavailable');
  }
};
