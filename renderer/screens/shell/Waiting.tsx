import { useEffect, useState } from 'react';

/** Nothing at first: a page that is there at once must not flash a message. */
const QUIET_MS = 600;

export function Waiting() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="full-page" aria-busy="true">
      {isLong && <p className="quiet">正在连接本机程序，请稍候…</p>}
    </main>
  );
}
