import { CertificationRequest } from 'pkijs';
import { type CertificateName, issueCertificate, newPair } from '../../electron/station/papers/issue-certificate.ts';

const ROOT: CertificateName = { name: '考试中心根证书', station: 'centre' };
const SITE: CertificateName = { name: '第一考点签发机构', station: 'site' };
const FROM = Date.parse('2022-01-01T00:00:00Z');

const pemOf = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

/** A centre's root and a site's authority below it, which answer certificate requests (PEM). */
export async function anAuthority({ notAfter = Date.parse('2030-01-01T00:00:00Z') } = {}) {
  const [root, site] = await Promise.all([newPair(), newPair()]);
  const times = { notBefore: FROM, notAfter };
  const rootDer = await issueCertificate({
    ...times,
    subject: ROOT,
    issuer: ROOT,
    publicKey: root.publicKey,
    issuerKey: root,
    authoritiesBelow: 1,
  });
  const siteDer = await issueCertificate({
    ...times,
    subject: SITE,
    issuer: ROOT,
    publicKey: site.publicKey,
    issuerKey: root,
    authoritiesBelow: 0,
  });
  return {
    root: rootDer,
    rootPem: pemOf(rootDer),
    sitePem: pemOf(siteDer),
    /** The certificate alone. */
    async issue(requestPem: string): Promise<string> {
      const der = Buffer.from(requestPem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');
      const request = CertificationRequest.fromBER(Uint8Array.from(der));
      if (!(await request.verify())) throw new Error('a request that its key has not signed');
      const issued = await issueCertificate({
        ...times,
        subject: { name: '监考工作站 A 封存', station: 'issued' },
        issuer: SITE,
        publicKey: await request.getPublicKey(),
        issuerKey: site,
        authoritiesBelow: null,
      });
      return pemOf(issued);
    },
  };
}
