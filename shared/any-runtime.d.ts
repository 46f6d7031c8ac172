/**
 * The only globals beyond the language that shared code may use: pure functions of their input, present in Node, in the
 * page and in workers alike. Only shared/tsconfig.json reads this file; the other layers have their runtime's own types.
 */
interface TextEncoder {
  encode(input: string): Uint8Array<ArrayBuffer>;
}
declare const TextEncoder: new () => TextEncoder;

interface TextDecoder {
  decode(input: Uint8Array): string;
}
declare const TextDecoder: new (
  label?: 'utf-8',
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => TextDecoder;

declare function structuredClone<T>(value: T): T;
