/** The scheme under which the window's own files are served; registered in own-pages.ts. */
export const ownScheme = 'app'

/** What the window shows. An origin of its own: unlike file:, it can read no other file of this computer. */
export const ownPage = `${ownScheme}://desk/index.html`

/** Whether an address is one of ours. Exactly that origin: `app://desk.example/` and `app:/desk/` are not. */
export function isOwnPage(address: string): boolean {
  try {
    const { protocol, host, username, password, port } = new URL(address)
    return protocol === `${ownScheme}:` && host === 'desk' && !username && !password && !port
  } catch {
    return false
  }
}
