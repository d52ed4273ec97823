const mask = (1n << 63n) - 1n

/**
 * The outbox id of a reply, made from the id the window gave it: a 63-bit decimal that Telegram takes as
 * random_id. The same reply always gets the same one, so pressing Send twice cannot send twice.
 */
export function outboxIdOf(replyId: string): string {
  const bits = BigInt(`0x${replyId.replaceAll('-', '').slice(0, 16)}`) & mask
  return (bits === 0n ? 1n : bits).toString()
}

/** The random_ids of an album of `count` messages: the reply's own for the first, then counted on. */
export function albumPartIds(outboxId: string, count: number): readonly string[] {
  const first = BigInt(outboxId)
  return Array.from({ length: count }, (_, part) => ((first + BigInt(part)) & mask).toString())
}

/** The outbox id of the desk's own change to a topic, from where in the journal it was decided. */
export function topicTaskId(conversationId: string, seq: number): string {
  let hash = 0xcbf29ce484222325n
  for (const letter of `${conversationId}#${seq}`)
    hash = BigInt.asUintN(64, (hash ^ BigInt(letter.codePointAt(0) ?? 0)) * 0x100000001b3n)
  return (hash & mask).toString()
}
