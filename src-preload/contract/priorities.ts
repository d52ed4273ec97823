/** Lowest first: this is the natural order (R125). */
export const ticketPriorities = ['low', 'medium', 'high', 'critical'] as const
