import { AttributeTypeAndValue, Certificate, CertificationRequest } from 'pkijs';
import * as asn1js from 'asn1js';
import type { SealKey } from './seal-file.ts';

const COMMON_NAME = '2.5.4.3';

/** A request (PKCS #10, DER) for a certificate of this very key, under the name that the present one bears. */
export async function makeCertificateRequest({ privateKey, certificate }: SealKey): Promise<Uint8Array> {
  const present = Certificate.fromBER(Uint8Array.from(certificate));
  const [name] = present.subject.typesAndValues.filter(({ type }) => type === COMMON_NAME);
  const request = new CertificationRequest();
  request.subject.typesAndValues.push(
    new AttributeTypeAndValue({
      type: COMMON_NAME,
      value: new asn1js.Utf8String({ value: String(name?.value.valueBlock.value ?? '') }),
    }),
  );
  request.subjectPublicKeyInfo = present.subjectPublicKeyInfo;
  const key = await globalThis.crypto.subtle.importKey(
    'pkcs8',
    Uint8Array.from(privateKey),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  );
  await request.sign(key, 'SHA-256');
  return new Uint8Array(request.toSchema(true).toBER(false));
}
