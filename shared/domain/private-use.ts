// The editions of GB 18030 before 2022, and GBK systems still, put these characters into Unicode's private use area.
// A row is: first private code point, then the standard characters of the run.
const RUNS: readonly (readonly [first: number, characters: string])[] = [
  [0xe78d, '︐︒︑︓︔︕︖︗︘︙'],
  [0xe7c7, 'ḿǹ'],
  [0xe7e7, '〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻'],
  // FE50–FEA0: 䶮 and its neighbours, the reason why names come out as boxes.
  [
    0xe815,
    '⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹' +
      '䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
  ],
];

const STANDARD = new Map<string, string>(
  RUNS.flatMap(([first, characters]) =>
    [...characters].map((standard, at): [string, string] => [String.fromCodePoint(first + at), standard]),
  ),
);

/** Whether a text holds a character that an old Chinese code page put into the private use area and that is known. */
export function hasKnownPrivateUse(text: string): boolean {
  return /[\ue78d-\ue864]/.test(text) && [...text].some((point) => STANDARD.has(point));
}

/** The text with every known private-use character as its standard one; unknown ones stay, so that nothing is lost. */
export function mapPrivateUse(text: string): string {
  return /[\ue78d-\ue864]/.test(text) ? [...text].map((point) => STANDARD.get(point) ?? point).join('') : text;
}
