/**
 * A stateful, scriptable stand-in for one Civica Cx instance, which enforces the Cx contract of this project and makes faults on command.
 * It runs alone with demo data ({@link uk.co.tenantwise.cx.simulator.SimulatorMain}) or inside tests ({@link uk.co.tenantwise.cx.simulator.CxSimulator}), and depends on no other module of the project.
 */
@NullMarked
package uk.co.tenantwise.cx.simulator;

import org.jspecify.annotations.NullMarked;
