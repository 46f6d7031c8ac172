/** A certificate (base64 of its DER) as the text file that other programs take (RFC 7468). */
export function toPem(certificate: string): string {
  const lines = certificate.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
