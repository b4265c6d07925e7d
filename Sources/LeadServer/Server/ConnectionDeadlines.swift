import Logging
import NIOCore
import NIOHTTPTypes

/// Closes a connection that only holds a place: without a request, with a head or a body that does not come, or with an answer that
/// nobody takes.
final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let patience: Patience
    private let logger: Logger
    private var head: Scheduled<Void>?
    private var body: Scheduled<Void>?
    private var stall: Scheduled<Void>?
    private var began = ContinuousClock.now
    private var bytes = 0
    /// Requests whose answer is not through.
    private var open = 0

    init(_ patience: Patience, _ logger: Logger) {
        self.patience = patience
        self.logger = logger
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { awaitHead(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        awaitHead(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        for timer in [head, body, stall] { timer?.cancel() }
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        for timer in [head, body, stall] { timer?.cancel() }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            head?.cancel()
            open += 1
            bytes = 0
            began = .now
            awaitBody(context, in: patience.allowance(0))
        case .body(let chunk): bytes += chunk.readableBytes
        case .end: body?.cancel()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            // A head that cannot be read is answered without having been one.
            open = max(0, open - 1)
            if open == 0 { awaitHead(context) }
        }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        stall?.cancel()
        if !context.channel.isWritable {
            stall = schedule(context, in: patience.stalled) { $0.close("nobody takes the answer", context) }
        }
        context.fireChannelWritabilityChanged()
    }

    private func awaitHead(_ context: ChannelHandlerContext) {
        head?.cancel()
        head = schedule(context, in: patience.head) { $0.close("no request came", context) }
    }

    private func awaitBody(_ context: ChannelHandlerContext, in time: Duration) {
        body?.cancel()
        body = schedule(context, in: time) { handler in
            let left = handler.patience.allowance(handler.bytes) - (ContinuousClock.now - handler.began)
            if left <= .zero { return handler.close("the body comes too slowly", context) }
            handler.awaitBody(context, in: left)
        }
    }

    private func schedule(
        _ context: ChannelHandlerContext,
        in time: Duration,
        _ act: @escaping (ConnectionDeadlines) -> Void
    ) -> Scheduled<Void> {
        context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(time)) { act(self) }
    }

    private func close(_ reason: String, _ context: ChannelHandlerContext) {
        logger.debug("Connection closed: \(reason)")
        context.close(promise: nil)
    }
}
