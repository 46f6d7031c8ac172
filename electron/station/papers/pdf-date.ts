/** The instant of a PDF's date, "D:20221119021000Z" or "D:20221119101000+08'00'", UTC ms; null for anything else. */
export function readPdfDate(text: string | null): number | null {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)'?)?/.exec(text ?? '');
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]; // six groups of digits
  const awayMin = Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0);
  return Date.UTC(year, month - 1, day, hour, minute, second) - (match[7] === '-' ? -awayMin : awayMin) * 60_000;
}
