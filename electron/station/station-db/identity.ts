import type { Database } from 'better-sqlite3';
import type { StationId } from '../../../shared/ids.ts';
import { createStationKeys, KEY_BYTES, type StationKeys } from '../journal/head-signature.ts';
import type { Ids, SecretStore } from '../ports.ts';

/** Who this station is. */
export interface StationIdentity extends StationKeys {
  /** Short name on papers, unique within a day when stations are linked. */
  readonly label: string;
  /**
   * Its secret was gone (another computer, another user, a lost key store), so it is a new station from now on and
   * opens new chains; what the earlier one wrote stays and still verifies.
   */
  readonly isRenewed: boolean;
}

export interface IdentitySources {
  readonly ids: Ids;
  readonly secrets: SecretStore;
  /** UTC ms. */
  readonly nowMs: number;
}

/** Until a day package gives it another. */
const FIRST_LABEL = 'A';
/** The seed is machine-bound: a copied data folder must not be able to sign as this station. */
const SECRET_NAME = 'station-key';

interface IdentityRow {
  readonly station: StationId;
  readonly label: string;
}

/** The identity in the file and its key in the secret store; made at the first start, renewed when they do not belong together. */
export function loadIdentity(db: Database, { ids, secrets, nowMs }: IdentitySources): StationIdentity {
  const row = db.prepare<[], IdentityRow>('SELECT station, label FROM identity').get();
  const known = readKeys(secrets);
  if (row !== undefined && known?.station === row.station) return { ...known, label: row.label, isRenewed: false };

  // The secret first: a crash between the two leaves a key without a name, and the next start names it.
  const keys = known ?? createKeys(ids, secrets);
  const label = row?.label ?? FIRST_LABEL;
  db.prepare(
    `INSERT INTO identity (one, station, label, public_key, made_at_ms) VALUES (1, ?, ?, ?, ?)
       ON CONFLICT (one) DO UPDATE SET station = excluded.station, public_key = excluded.public_key, made_at_ms = excluded.made_at_ms`,
  ).run(keys.station, label, keys.publicKey, nowMs);
  return { ...keys, label, isRenewed: row !== undefined };
}

function readKeys(secrets: SecretStore): StationKeys | null {
  const seed = secrets.read(SECRET_NAME);
  return seed?.length === KEY_BYTES ? createStationKeys(seed) : null;
}

function createKeys(ids: Ids, secrets: SecretStore): StationKeys {
  const seed = ids.bytes(KEY_BYTES);
  secrets.write(SECRET_NAME, seed);
  return createStationKeys(seed);
}
