import type { PaperId } from '../ids.ts';
import type { PrintedHead } from './heads.ts';

/** A label and what stands under it; both final. */
export interface SheetFact {
  readonly label: string;
  readonly value: string;
}

/** A mark is drawn, never typed: fonts lack some of these shapes. */
export type EntryMark = 'none' | 'circle' | 'triangle' | 'cross' | 'barred';

/** One candidate's row. */
export interface SheetRow {
  /** 序号, 1-based. */
  readonly index: string;
  /** 座位, two digits at least. */
  readonly seat: string;
  readonly name: string;
  readonly ticket: string;
  /** Masked number; the type stands before it where it is not 居民身份证. */
  readonly idText: string;
  readonly level: string;
  readonly mark: EntryMark;
  /** "08:21", '' before entry. */
  readonly time: string;
  /** "迟到 5 分", "拒绝入场" or ''. */
  readonly entryText: string;
  /** Struck through: this person must not sign. */
  readonly isSignatureBarred: boolean;
  readonly remark: string;
  /** Hex SHA-256 of the photo's JPEG bytes; null for none. */
  readonly photoDigest: string | null;
}

/** One page: its rows and its number. */
export interface SheetPage {
  /** "第 1 页 共 2 页". */
  readonly pageText: string;
  readonly rows: readonly SheetRow[];
  /** What stands where the rows are, when there are none; else ''. */
  readonly emptyText: string;
  /** Filled in by hand, e.g. 应到 … 人: on the last page only. */
  readonly counts: readonly SheetFact[];
  /** Stands in place of the counts on the pages before; '' on the last page. */
  readonly countsNote: string;
}

/** 考生签到表: everything that stands on the page but the digest of this very view. */
export interface SignInSheetView {
  readonly title: string;
  readonly exam: string;
  readonly roomLabel: string;
  readonly room: string;
  readonly place: string;
  readonly paper: string;
  /** Official, or the working sheet beside the platform's own (C27). */
  readonly standing: { readonly text: string; readonly isOfficial: boolean };
  /** "重印 · 第 2 份", '' on the first copy. */
  readonly reprint: string;
  /** '' on a real day. */
  readonly watermark: string;
  /** Said in words beside the title of a rehearsal's paper; '' on a real day. */
  readonly rehearsalNote: string;
  readonly facts: {
    readonly site: SheetFact;
    readonly date: SheetFact;
    readonly time: SheetFact;
    readonly edition: SheetFact;
    readonly tickets: SheetFact;
    readonly levels: SheetFact;
    readonly expected: SheetFact;
    /** Null on a sheet printed before entry. */
    readonly signedIn: SheetFact | null;
  };
  readonly columns: {
    readonly index: string;
    readonly seat: string;
    /** '' where nobody has a photo: then the column is not there. */
    readonly photo: string;
    readonly name: string;
    /** 准考证号 above, 证件号码 below it. */
    readonly numbers: string;
    readonly level: string;
    readonly entry: string;
    /** '' where the platform's sheet is signed: then nobody signs here. */
    readonly signature: string;
    readonly remark: string;
  };
  readonly pages: readonly SheetPage[];
  /** One a line to sign on: "监考员签字（李监考）". */
  readonly signatures: readonly string[];
  /** "考场 001 实训楼201 · 理论考试". */
  readonly footText: string;
  readonly headsText: string;
  readonly documentText: string;
  /** Instants and ids that the code and the file's metadata carry. */
  readonly source: {
    readonly documentId: string;
    readonly roomNo: string;
    readonly paper: PaperId;
    readonly kind: 'real' | 'rehearsal';
    /** UTC ms. */
    readonly issuedAt: number;
    readonly heads: readonly PrintedHead[];
  };
}

/** A view with its digest, which is printed too, and the photos it names: all that the drawing needs. */
export interface PrintableSignInSheet {
  readonly kind: 'sign-in-sheet';
  readonly view: SignInSheetView;
  /** JPEG bytes by their digest. */
  readonly photos: Readonly<Record<string, Uint8Array>>;
  /** "摘要 3f2a 91c0 77de 0b12". */
  readonly digestText: string;
  /** The code's text, one a page. */
  readonly qrTexts: readonly string[];
}
