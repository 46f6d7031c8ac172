import { certificateFileName } from '../../../shared/documents/file-name.ts';
import { ok } from '../../../shared/result.ts';
import { readIssuedChain } from '../papers/issued-chain.ts';
import { ownCertificate } from '../papers/own-certificate.ts';
import { sealingFailed } from '../papers/sealing-failed.ts';
import { keepIssued } from '../papers/station-certificate.ts';
import { type CommandHandler, fail, type QueryHandler, receiptOf } from './handler.ts';
import { refuseRole } from './room-scope.ts';
import { labelOf } from './station-context.ts';

/** 证书申请: what the site's or the centre's authority needs to issue a certificate of this station's key. */
export const requestCertificate: QueryHandler<'sealCertificate.request'> = async (context, { call, clock }) => {
  const { day } = context;
  if (day === null) return fail('no-day', 'D1');
  const role = refuseRole(day, call.actor, 'installCertificate');
  if (role !== null) return role;
  const own = await ownCertificate(context, day, clock.nowMs);
  if (!own.ok) return sealingFailed(context, own.error);
  const request = await context.sealer.makeRequest(own.value.key);
  if (!request.ok) return sealingFailed(context, request.error);
  const lines =
    Buffer.from(request.value)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  const pem = ['-----BEGIN CERTIFICATE REQUEST-----', ...lines, '-----END CERTIFICATE REQUEST-----', ''].join('\n');
  return ok({ fileName: certificateFileName(labelOf(context)), pem });
};

/** 装入签发的证书: kept before it is recorded, so that a listed certificate is always one that seals. */
export const installCertificate: CommandHandler<'sealCertificate.install'> = {
  async prepare(context, day, { input, call, clock }) {
    const role = refuseRole(day, call.actor, 'installCertificate');
    if (role !== null) return role;
    if (day.binding === null) return fail('station-not-bound', 'D6');
    const own = await ownCertificate(context, day, clock.nowMs);
    if (!own.ok) return sealingFailed(context, own.error);
    const { privateKey } = own.value.key;
    const chain = readIssuedChain(input.pem, { privateKey, nowMs: clock.nowMs });
    if (!chain.ok) return fail(chain.error, 'SE6');
    const { listed } = keepIssued(context.ports.secrets, day.journal.station, { privateKey, ...chain.value });
    return ok({ type: 'installCertificate', certificate: listed });
  },
  answer: (events) => receiptOf(events),
};
