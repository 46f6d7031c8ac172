import type { Drawing } from '../domain/drawing.ts';

/** 补签: what is stamped on a line of a paper that is sealed already; lengths in points. */
export interface LateSignature {
  readonly kind: 'late-signature';
  readonly width: number;
  readonly height: number;
  readonly drawing: Drawing;
  /** "手写签名图样，签于本机 11:02". */
  readonly note: string;
  /** Whose it is. */
  readonly title: string;
  /** UTC ms. */
  readonly issuedAt: number;
}
