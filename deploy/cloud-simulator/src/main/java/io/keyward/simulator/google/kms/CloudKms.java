package io.keyward.simulator.google.kms;

import io.keyward.simulator.call.Footprint;
import io.keyward.simulator.google.iam.Admission;
import io.keyward.simulator.google.iam.Permissions;
import io.keyward.simulator.google.kms.KmsMethods.Method;
import io.keyward.simulator.google.kms.call.KmsPath;
import io.keyward.simulator.google.kms.call.KmsRequest;
import io.keyward.simulator.google.kms.key.KeyAccess;
import io.keyward.simulator.google.kms.key.KeyTimers;
import io.keyward.simulator.google.token.Caller;
import io.keyward.simulator.google.token.Tokens;
import io.keyward.simulator.google.wire.ApiTroubles;
import io.keyward.simulator.google.wire.Fields;
import io.keyward.simulator.google.wire.GoogleFault;
import io.keyward.simulator.google.wire.RpcStatus;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.Project;
import io.keyward.simulator.hosts.HostCall;
import io.keyward.simulator.hosts.HostReply;
import io.keyward.simulator.hosts.HostedService;
import io.keyward.simulator.hosts.Subject;
import io.keyward.simulator.hosts.Trouble;
import java.util.Map;
import java.util.Optional;

/** {@code cloudkms.googleapis.com}: who is it, do its calls come through, and what comes of them. */
public final class CloudKms implements HostedService {

    private static final String HOST = "cloudkms.googleapis.com";
    private static final String SCOPE = "https://www.googleapis.com/auth/cloudkms";

    private final GoogleWorld world;
    private final Tokens tokens;
    private final Admission admission;
    private final KeyTimers timers;
    private final Map<String, Method> methods;

    public CloudKms(GoogleWorld world, Tokens tokens, Permissions permissions) {
        KeyAccess access = new KeyAccess(world, permissions);
        this.world = world;
        this.tokens = tokens;
        this.admission = new Admission(world);
        this.timers = new KeyTimers(world, access);
        this.methods = KmsMethods.table(access);
    }

    @Override
    public String name() {
        return "cloudkms";
    }

    @Override
    public boolean answersAt(String host) {
        return host.equals(HOST);
    }

    @Override
    public boolean reachedThrough(String endpoint, String host) {
        return false;
    }

    @Override
    public Subject subjectOf(HostCall call) {
        return KmsPath.of(call)
                .map(path -> new Subject(
                        method(call, path).map(Method::name).orElse(Subject.NONE), path.location(), path.resource()))
                .orElse(Subject.UNKNOWN);
    }

    @Override
    public HostReply serve(HostCall call, Footprint footprint) {
        try {
            timers.settle(tokens.now());
            return run(call, footprint);
        } catch (GoogleFault fault) {
            return fault.reply();
        }
    }

    @Override
    public HostReply trouble(HostCall call, Trouble trouble) {
        Optional<KmsPath> path = KmsPath.of(call);
        Project project =
                path.flatMap(named -> world.project(named.project())).orElseGet(() -> Project.sound("unknown", "0"));
        Project.Quota quota =
                path.flatMap(named -> method(call, named)).map(Method::quota).orElse(Project.Quota.READ);
        return ApiTroubles.reply(trouble, HOST, Admission.exhausted(project, quota));
    }

    private HostReply run(HostCall call, Footprint footprint) {
        KmsPath path = KmsPath.of(call).orElseThrow(CloudKms::noSuchMethod);
        footprint.touches(path.resource());
        Caller caller = tokens.callers().identify(call, SCOPE);
        footprint.isOf(caller.address());
        Method method = method(call, path).orElseThrow(CloudKms::noSuchMethod);
        admission.admit(caller, method.quota(), path.project());
        Fields body = Fields.of(call.http().body());
        KmsRequest request = new KmsRequest(call, path, body, caller, footprint, tokens.now());
        return HostReply.done(200, method.operation().apply(request));
    }

    /** Java's client cannot send a PATCH, and says in a header that its POST is one. */
    private Optional<Method> method(HostCall call, KmsPath path) {
        String verb = call.http().header("x-http-method-override").orElseGet(call::method);
        return Optional.ofNullable(methods.get(verb + " " + path.shape()));
    }

    private static GoogleFault noSuchMethod() {
        return new GoogleFault(RpcStatus.NOT_FOUND, "Method not found.");
    }
}
