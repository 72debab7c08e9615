/**
 * The one port, whatever cloud a request is for: reads a request whole, lets the weather have its way, and answers only when what the answer acknowledges is
 * kept. What a request means is the business of its {@link io.keyward.simulator.port.Exchange}.
 */
package io.keyward.simulator.port;
