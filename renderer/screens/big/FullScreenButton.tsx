import { bigText } from '../../text/big.ts';

/** There until the page fills its screen; the desktop's own window does so by itself. */
export function FullScreenButton() {
  if (window.proctor !== undefined) return null;
  return (
    <button
      type="button"
      className="big-full"
      onClick={() => {
        // Refused where the browser does not allow it: F11 is still there.
        document.documentElement.requestFullscreen().catch(() => undefined);
      }}
    >
      {bigText.fullScreen}
    </button>
  );
}
