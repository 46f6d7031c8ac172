/** The station was not to be reached; whether the act was recorded will show when it is back. */
export class CarrierLostError extends Error {
  override readonly name = 'CarrierLostError';
}
