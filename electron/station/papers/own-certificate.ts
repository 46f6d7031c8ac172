import { certificateName } from '../../../shared/documents/seal-reason.ts';
import type { Result } from '../../../shared/result.ts';
import { kindOf, labelOf, type StationContext } from '../api/station-context.ts';
import type { OpenDay } from '../day/open-day.ts';
import { type StationCertificate, stationCertificate } from './station-certificate.ts';

/** What this station seals with; made now where it has none yet. `nowMs` is its clock's. */
export function ownCertificate(
  context: Pick<StationContext, 'ports' | 'sealer' | 'stationDb'>,
  day: OpenDay | null,
  nowMs: number,
): Promise<Result<StationCertificate, string>> {
  const { ports, sealer, stationDb } = context;
  return stationCertificate(
    { secrets: ports.secrets, sealer },
    {
      name: certificateName(labelOf({ day, stationDb }), kindOf(ports)),
      station: stationDb.identity.station,
      madeAt: nowMs,
    },
  );
}
