import type { SealCertificate } from '../../../shared/domain/state.ts';
import { saveFile } from '../../components/save-file.ts';
import { useStation } from '../../stores/station-store.ts';
import { certificateText as words } from '../../text/certificates.ts';
import { IssuedCertificate } from './IssuedCertificate.tsx';
import { toPem } from './to-pem.ts';

/** 封存证书: whose papers are recognised, and the root that somebody outside needs to check them. */
export function SealCertificateCard() {
  const listed = useStation((view) => view.state.site.sealCertificates);
  const stations = useStation((view) => view.state.site.stations);
  const certificates = Object.values(listed);
  const labelOf = ({ station }: SealCertificate) => stations[station]?.label ?? '？';

  function save(certificate: SealCertificate): void {
    // The root, and what stands between: whoever checks needs all of it.
    saveFile(certificate.issuers.toReversed().map(toPem), {
      name: words.fileName(labelOf(certificate)),
      type: 'application/x-pem-file',
    });
  }

  return (
    <section className="card" aria-label={words.title}>
      <h2 className="card-title">{words.title}</h2>
      <p className="quiet">{certificates.length === 0 ? words.none : words.what}</p>
      <ul className="seal-certificates">
        {certificates.map((certificate) => (
          <li key={certificate.fingerprint}>
            <div className="seal-certificate-head figures">
              <strong>{words.station(labelOf(certificate))}</strong>
              <span className="quiet">{words.validity(certificate)}</span>
              <button
                type="button"
                className="button button-small"
                aria-label={words.saveOf(labelOf(certificate))}
                onClick={() => save(certificate)}
              >
                {words.save}
              </button>
            </div>
            <code className="seal-fingerprint">{words.fingerprint(certificate.fingerprint)}</code>
          </li>
        ))}
      </ul>
      <IssuedCertificate />
    </section>
  );
}
