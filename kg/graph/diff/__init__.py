"""What two graphs say differently, thing by thing."""
