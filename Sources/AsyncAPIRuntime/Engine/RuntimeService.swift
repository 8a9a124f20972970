public import ServiceLifecycle

/// What a `ServiceGroup` runs. Generated code names it so that it need not import ServiceLifecycle.
public typealias RuntimeService = Service
