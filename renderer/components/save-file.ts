/** Hands a file to the page's own download: the system asks where, or puts it where downloads go. */
export function saveFile(parts: BlobPart[], { name, type }: { readonly name: string; readonly type: string }): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
