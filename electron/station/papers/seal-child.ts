import { serveJobs } from '../warm-program.ts';
import { makeCertificateRequest } from './certificate-request.ts';
import { makeCertificate } from './make-certificate.ts';
import { sealFile, signLate } from './seal-file.ts';
import { type SealJob, type SealReply, sealingDied } from './sealer.ts';

// The program of the child process that makes the station's certificate and seals files. Its key comes with each job and
// goes with the process.
serveJobs(work, sealingDied);

async function work(job: SealJob): Promise<SealReply> {
  switch (job.kind) {
    case 'make-certificate':
      return { ok: true, value: { kind: 'certificate', ...(await makeCertificate(job.of)) } };
    case 'make-request':
      return { ok: true, value: { kind: 'file', bytes: await makeCertificateRequest(job.key) } };
    case 'seal':
      return { ok: true, value: { kind: 'file', bytes: await sealFile(job.bytes, job) } };
    case 'sign-late':
      return { ok: true, value: { kind: 'file', bytes: await signLate(job.bytes, job) } };
  }
}
