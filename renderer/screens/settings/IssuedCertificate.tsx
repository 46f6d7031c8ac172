import { useId, useState } from 'react';
import { LeaderOnly } from '../../components/LeaderOnly.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { saveFile } from '../../components/save-file.ts';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { issuedCertificateText as words } from '../../text/certificates.ts';

/** Where the site or the centre has an authority: the request for a certificate goes out, what it issues comes in. */
export function IssuedCertificate() {
  const id = useId();
  const { busy, error, setError, run } = useAct();
  const [isDone, setDone] = useState(false);

  async function request(): Promise<void> {
    setError(null);
    const answer = await ask('sealCertificate.request', {});
    if (answer.ok) saveFile([answer.value.pem], { name: answer.value.fileName, type: 'application/pkcs10' });
    else setError(answer.error);
  }

  async function install(file: File): Promise<void> {
    setDone(false);
    const pem = await file.slice(0, MOST_BYTES).text();
    const installed = await run('install', () => ask('sealCertificate.install', { pem }));
    setDone(installed !== null);
  }

  return (
    <details className="issued-certificate">
      <summary>{words.title}</summary>
      <p className="quiet">{words.how}</p>
      <LeaderOnly>
        <div className="settings-acts">
          <button type="button" className="button" onClick={() => void request()}>
            {words.request}
          </button>
          <span className="file-pick">
            <input
              id={id}
              className="visually-hidden"
              type="file"
              accept=".pem,.crt,.cer"
              disabled={busy !== null}
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file !== undefined) void install(file);
                event.target.value = '';
              }}
            />
            <label className="button" htmlFor={id} data-disabled={busy === null ? undefined : ''}>
              {busy === null ? words.install : words.busy}
            </label>
          </span>
        </div>
      </LeaderOnly>
      {isDone && <output className="ink-present">{words.done}</output>}
      {error !== null && <ErrorNotice error={error} />}
    </details>
  );
}

/** A few certificates as text; what is larger is something else, and its beginning says so. */
const MOST_BYTES = 100_000;
