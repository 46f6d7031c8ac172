import type { PrintableSignInSheet } from './sign-in-sheet-view.ts';

/** Every paper the station draws; further papers join this union. */
export type DocumentView = PrintableSignInSheet;
