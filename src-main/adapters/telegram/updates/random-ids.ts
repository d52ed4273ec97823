import type { Api } from 'telegram'
import { tl } from '../library'

const remembered = 1_000

/** Which random_id became which message number, as Telegram's answers to own sends tell (updateMessageID). */
export class RandomIds {
  private readonly byNumber = new Map<number, string>()

  /** Looks through a container before it is put in order: the message itself may come by another way first. */
  see(container: Api.TypeUpdates): void {
    if (!(container instanceof tl.Updates || container instanceof tl.UpdatesCombined)) return
    for (const update of container.updates) {
      if (!(update instanceof tl.UpdateMessageID) || !update.randomId) continue
      this.byNumber.set(update.id, update.randomId.toString())
    }
    for (const oldest of this.byNumber.keys()) {
      if (this.byNumber.size <= remembered) break
      this.byNumber.delete(oldest)
    }
  }

  of(number: number): string | null {
    return this.byNumber.get(number) ?? null
  }

  numberOf(randomId: string): number | null {
    for (const [number, id] of this.byNumber) if (id === randomId) return number
    return null
  }
}
