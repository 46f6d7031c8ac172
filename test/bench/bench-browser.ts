import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../build/system/chromium.ts';
import playwrightConfig from '../../playwright.config.ts';

/** The Chromium of the browser tests, with their flags; null where there is none. */
export async function launchBrowser(): Promise<Browser | null> {
  if (findChromium() === undefined) return null;
  return chromium.launch({ ...playwrightConfig.use?.launchOptions });
}

/** One measured moment in the page. */
export interface PageMark {
  /** The key, or '' for a page's beginning. */
  readonly key: string;
  /** From the key press (the browser's own time stamp) or the page's beginning until the word was on screen, ms. */
  readonly ms: number;
}

export interface MeasuredPage {
  readonly page: Page;
  /** Resolves with the next mark. */
  readonly nextMark: () => Promise<PageMark>;
  readonly close: () => Promise<void>;
}

/**
 * A page with nothing cached that tells, for each press of one of `keys` and for its own beginning, when an element
 * that matches `selector` and holds `word` has come on screen: it is in the document and the next frame has been made.
 */
export async function openMeasuredPage(
  browser: Browser,
  watch: { readonly selector: string; readonly word: string },
): Promise<MeasuredPage> {
  const { locale, timezoneId, viewport } = playwrightConfig.use ?? {};
  const context = await browser.newContext({
    ...(locale === undefined ? {} : { locale }),
    ...(timezoneId === undefined ? {} : { timezoneId }),
    ...(viewport === undefined ? {} : { viewport }),
  });
  const page = await context.newPage();
  const marks: PageMark[] = [];
  let wake: () => void = () => undefined;
  await page.exposeBinding('sendBenchMark', (_source, mark: PageMark) => {
    marks.push(mark);
    wake();
  });
  await page.addInitScript(watchScreen, watch);
  return {
    page,
    async nextMark() {
      while (marks.length === 0) {
        await new Promise<void>((resolve, reject) => {
          const limit = setTimeout(() => reject(new Error(`"${watch.word}" never came on screen`)), 15_000);
          wake = () => {
            clearTimeout(limit);
            resolve();
          };
        });
      }
      return marks.shift() as PageMark; // there is one
    },
    close: () => context.close(),
  };
}

/** Runs in the page. Armed by Enter or by the page's beginning; each arming makes one mark. */
function watchScreen({ selector, word }: { readonly selector: string; readonly word: string }): void {
  const send = (globalThis as unknown as { sendBenchMark(mark: { key: string; ms: number }): void }).sendBenchMark; // exposed before the page runs
  let armed: { readonly key: string; readonly since: number } | null = { key: '', since: 0 };
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') armed = { key: event.key, since: event.timeStamp };
    },
    { capture: true },
  );
  const look = (): void => {
    if (armed === null) return;
    const found = [...document.querySelectorAll(selector)].some((element) => element.textContent.includes(word));
    if (!found) return;
    const { key, since } = armed;
    armed = null;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => send({ key, ms: performance.now() - since });
      channel.port2.postMessage(null); // after the frame that the callback belongs to
    });
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}
