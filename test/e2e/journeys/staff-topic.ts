import type { Group, Topic } from '../../telegram/world/group'

/** The topic of the staff group whose title says this; undefined while there is none. */
export function staffTopic(room: Group, words: string): Topic | undefined {
  return [...room.topics.values()].find(({ title, isDeleted }) => !isDeleted && title.includes(words))
}

/** What stands in a topic, oldest first, without what Telegram says there itself. */
export function textsIn(room: Group, topic: Topic | undefined): readonly string[] {
  return (topic?.messageIds ?? []).flatMap((id) => {
    const message = room.messages.get(id)
    return message && message.action === null ? [message.text] : []
  })
}
