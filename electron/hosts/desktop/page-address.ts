/** The scheme of our own pages; no server, no file URL, no other program answers to it. */
export const SCHEME = 'proctor';
const HOST = 'station';
const PAGE_ORIGIN = `${SCHEME}://${HOST}`;
/** The page that the console's window shows. */
export const START_URL = `${PAGE_ORIGIN}/`;
/** The same page as 大屏. */
export const BIG_SCREEN_URL = `${PAGE_ORIGIN}/#big`;

/** Chromium shows a PDF by an extension of its own, in a frame within the frame that holds the paper. */
const PDF_VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';

/** Whether this is the address of a page of ours: scheme, host and nothing tucked in between. */
export function isOurPage(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null && url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === ''
  );
}

/** A paper or a file that our own page has made. */
export function isOurBlob(address: string): boolean {
  return address.startsWith(`blob:${PAGE_ORIGIN}/`);
}

export interface Navigation {
  readonly url: string;
  readonly isMainFrame: boolean;
}

/** The window stays on our page; a frame in it shows papers that the page has made, and nothing from elsewhere. */
export function isAllowedNavigation({ url, isMainFrame }: Navigation): boolean {
  if (isMainFrame) return isOurPage(url);
  // The viewer puts itself into an empty frame within the paper's.
  return isOurBlob(url) || url === 'about:blank' || url.startsWith(PDF_VIEWER);
}

interface Wish {
  readonly permission: string;
  readonly url: string;
  /** Of 'media': what is to be recorded. */
  readonly media: readonly string[];
}

/** What a page of ours may ask of the computer: a report into the clipboard, and the camera for the code on a paper. */
export function isPermitted({ permission, url, media }: Wish): boolean {
  if (!isOurPage(url)) return false;
  if (permission === 'clipboard-sanitized-write') return true;
  return permission === 'media' && media.length > 0 && media.every((one) => one === 'video');
}
