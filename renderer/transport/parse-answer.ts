import { z } from 'zod';
import type { Answer, ContractError } from '../../shared/contract/call.ts';
import { type MethodName, type MethodOutput, methods } from '../../shared/contract/methods.ts';

// Any code: a newer station may have one that this page does not know; renderer/text has a sentence for those.
const errorSchema = z.strictObject({
  code: z.string(),
  rule: z.string(),
  figures: z.record(z.string(), z.union([z.string(), z.number()])),
}) as unknown as z.ZodType<ContractError>;

/** Reads what a carrier brought as the answer to this method; null, and a line in the console, when it is none. */
export function parseAnswer<M extends MethodName>(method: M, content: unknown): Answer<MethodOutput<M>> | null {
  const answerSchema = z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value: methods[method].output }),
    z.strictObject({ ok: z.literal(false), error: errorSchema }),
  ]);
  const parsed = answerSchema.safeParse(content);
  if (parsed.success) return parsed.data as Answer<MethodOutput<M>>; // parsed by this method's own schema
  console.error(`${method}: no answer`, parsed.error.issues);
  return null;
}
