import type { Station } from '../../electron/station/station-face.ts';
import type { StationClient } from '../../shared/contract/client.ts';

/** A page that talks to a station by one way of carrying the contract. */
export interface CarrierPage {
  readonly client: StationClient;
  /** Sends this as the call, whatever it is, and answers what came back, unchecked. */
  send(method: string, call: unknown): Promise<unknown>;
}

/** Opens a page at a station whose data are in `dataDir`; everything ends with the running test or group of tests. */
export type OpenCarrier = (station: Station, dataDir: string) => Promise<CarrierPage & { close(): Promise<void> }>;
