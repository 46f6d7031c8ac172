const BIG_HASH = '#big';

/** Whether this page is 大屏 and no console: its address says so, on the desktop as in a browser. */
export function isBigPage(): boolean {
  return location.hash === BIG_HASH;
}

/** A page that becomes the other kind at its address begins anew: 大屏 never keeps what a console had read. */
export function reloadOnOtherKind(): void {
  const wasBig = isBigPage();
  window.addEventListener('hashchange', (event) => {
    if (isBigPage() === wasBig) return;
    event.stopImmediatePropagation(); // a launch token in the new address is for the page that comes
    location.reload();
  });
}
