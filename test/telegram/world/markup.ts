/** A button that a bot put under a message. */
export type InlineButton =
  /** Pressing it tells the bot, by `updateBotCallbackQuery`, with these bytes. */
  | { readonly kind: 'callback'; readonly text: string; readonly data: Buffer }
  | { readonly kind: 'url'; readonly text: string; readonly url: string }

/** A button of the keyboard that a bot puts in place of the phone's own. */
export type KeyboardKey =
  /** Pressing it writes its text. */
  | { readonly kind: 'plain'; readonly text: string }
  /** Pressing it sends one's own contact, after a question. */
  | { readonly kind: 'request-phone'; readonly text: string }
  | { readonly kind: 'request-place'; readonly text: string }

/** What a bot may add to a message (core.telegram.org/api/bots/buttons). */
export type Markup =
  | { readonly kind: 'inline'; readonly rows: readonly (readonly InlineButton[])[] }
  | {
      readonly kind: 'keyboard'
      readonly rows: readonly (readonly KeyboardKey[])[]
      readonly resize: boolean
      readonly once: boolean
      readonly selective: boolean
      readonly persistent: boolean
      readonly placeholder: string | null
    }
  | { readonly kind: 'hide'; readonly selective: boolean }
  | {
      readonly kind: 'force-reply'
      readonly once: boolean
      readonly selective: boolean
      readonly placeholder: string | null
    }
