import ArgumentParser
import Configuration
import ServiceLifecycle

@main struct Baton: ParsableCommand {
    func run() {}
}
