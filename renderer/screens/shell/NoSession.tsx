/** The page was opened without its link: by a bookmark, or after the session was renewed. */
export function NoSession() {
  return (
    <main className="full-page">
      <div className="later">
        <h1>这个页面没有连到本机程序</h1>
        <p>请在启动窗口里找到以「ready」开头的一行，用那一行的链接重新打开。记录都在本机，没有丢失。</p>
      </div>
    </main>
  );
}
