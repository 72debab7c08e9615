package io.keyward.simulator.ec2;

import io.keyward.simulator.access.AccessControl;
import io.keyward.simulator.call.Operation;
import io.keyward.simulator.world.World;
import java.util.Map;

/** Every operation of EC2 that is simulated, by its name on the wire. */
public final class Ec2Operations {

    private Ec2Operations() {}

    public static Map<String, Operation> table(World world, AccessControl control) {
        Ec2Access access = new Ec2Access(world, control);
        EndpointCreation creation = new EndpointCreation(access);
        EndpointList list = new EndpointList(access);
        EndpointChanges changes = new EndpointChanges(access);
        return Map.of(
                "CreateVpcEndpoint", creation::createVpcEndpoint,
                "DescribeVpcEndpoints", list::describeVpcEndpoints,
                "DeleteVpcEndpoints", changes::deleteVpcEndpoints,
                "ModifyVpcEndpoint", changes::modifyVpcEndpoint);
    }
}
