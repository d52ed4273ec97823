import type { TextEntity } from '../world/message'

/** One thing a customer does, or waits for. */
export type Step =
  | { readonly do: 'write'; readonly text: string; readonly entities?: readonly TextEntity[] }
  /** Answers the newest message of an agent, quoting it. */
  | { readonly do: 'reply'; readonly text: string }
  /** Rewrites one's own newest message. */
  | { readonly do: 'edit'; readonly text: string }
  /** Deletes one's own newest message. */
  | { readonly do: 'remove' }
  | { readonly do: 'photo'; readonly seed: number; readonly caption: string }
  | { readonly do: 'album'; readonly seeds: readonly number[]; readonly caption: string }
  | {
      readonly do: 'document'
      readonly name: string
      readonly mime: string
      readonly text: string
      readonly caption: string
    }
  | { readonly do: 'type' }
  | { readonly do: 'read' }
  | { readonly do: 'close' }
  /**
   * Answers a question of the bot: presses the button with this text, or the
   * first one; where there are none, writes the text.
   */
  | { readonly do: 'choose'; readonly text: string }
  /** Sends one's own contact. */
  | { readonly do: 'share-contact' }
  /** Nothing more until an agent has written in this topic. */
  | { readonly do: 'wait-for-answer'; readonly nudge: string }

/** What one customer comes with, from the first message to the last. */
export interface Story {
  readonly customer: string
  /** Where: a topic of the help group if left out, the bot's chat, or that of the agent's own account. */
  readonly at?: 'topic' | 'bot' | 'agent'
  readonly title: string
  readonly first: string
  readonly steps: readonly Step[]
}
