/** The page's calls: method and call go in, the station's answer comes back. */
export const INVOKE_CHANNEL = 'proctor:invoke';
/** The station's pushes: one way, to the page. */
export const PUSH_CHANNEL = 'proctor:push';
