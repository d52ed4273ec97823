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
  /** Nothing more until an agent has written in this topic. */
  | { readonly do: 'wait-for-answer'; readonly nudge: string }

/** What one customer comes with, from opening the topic to the end. */
export interface Story {
  readonly customer: string
  readonly title: string
  readonly first: string
  readonly steps: readonly Step[]
}
