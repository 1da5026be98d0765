import { z } from 'zod';

/** `_messageType` of a message. */
export const MessageType = { Request: 0, Reply: 1 } as const;
/** `_actionType` of a request. */
export const RequestType = { Invoke: 0, Register: 1, Unregister: 2 } as const;
/** `_responseType` of a reply. */
export const ReplyType = { Result: 0, Event: 1 } as const;

/** A request of office.js to its host, as it comes through postMessage. */
const xdmRequest = z.object({
  _messageType: z.literal(MessageType.Request),
  _actionName: z.string(),
  _actionType: z.number(),
  _conversationId: z.string(),
  _correlationId: z.number(),
  _data: z.unknown(),
});

export type XdmRequest = z.infer<typeof xdmRequest>;

/** The request in a message's text; null when it is none. */
export function readXdmRequest(text: string): XdmRequest | null {
  try {
    const read = xdmRequest.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
