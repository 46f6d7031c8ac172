/** The key that does the same as the button it stands on; not part of the button's name. */
export function KeyHint({ name }: { readonly name: string }) {
  return (
    <kbd className="key" aria-hidden="true">
      {name}
    </kbd>
  );
}
