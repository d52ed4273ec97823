export type Way = 'qr' | 'phone' | 'bot'

const key = 'topicdesk.sign-in-way'

/** The way of signing in that was chosen last on this computer; the bot token before any was. */
export function readWay(): Way {
  const kept = localStorage.getItem(key)
  return kept === 'qr' || kept === 'phone' ? kept : 'bot'
}

export function rememberWay(way: Way): void {
  localStorage.setItem(key, way)
}
