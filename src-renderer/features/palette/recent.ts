const key = 'topicdesk.recent-commands'
const most = 8

/** The ids of the commands run last, newest first. */
export function readRecent(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : []
  } catch {
    return []
  }
}

export function rememberRecent(id: string): void {
  localStorage.setItem(
    key,
    JSON.stringify([id, ...readRecent().filter((known) => known !== id)].slice(0, most)),
  )
}
